"""The app as assistive technology meets it: another process, over the bus of AT-SPI."""
