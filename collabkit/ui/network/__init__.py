"""Networks: many groups side by side, never one of them apart."""
