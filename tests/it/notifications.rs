mod email_worker;
