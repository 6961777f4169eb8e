"""How the reviewer wants the screen: what is remembered, and the page that changes it."""
