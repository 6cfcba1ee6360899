mod get_me;
