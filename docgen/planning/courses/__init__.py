"""Courses: from a cadence to dated meetings with numbers, their promises, and what is wrong with them."""
