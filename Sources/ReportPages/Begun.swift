// The first file of a room.
