mod email_worker;
mod worker;
