"""The monthly key figures: worked out of the workbook, each with its definition, as Word and as a sheet."""
