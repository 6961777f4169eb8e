"""Exchange with other sites: their cards, parcels, and cases that two sites changed."""
