"""Pure metric functions: gold and predicted values in, a number 0..1 out. They know no room."""
