create schema ward;
