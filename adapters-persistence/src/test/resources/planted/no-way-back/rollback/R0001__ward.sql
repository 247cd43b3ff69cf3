drop schema ward;
