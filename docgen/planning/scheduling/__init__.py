"""Who is where when: open days, diaries, free slots, and meetings placed around those that stand.

It knows nothing of courses, tables and letters: bookings go in, and times come out.
"""
