"""The same small model, once for each way of running one."""
