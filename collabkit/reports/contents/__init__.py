"""What a plan says, part by part, in final words; whoever draws it adds nothing of their own."""
