"""What was read, brought into the workbook: once, and never over what people have changed."""
