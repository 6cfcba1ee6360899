mod login;
mod logout;
mod refresh;
mod register;
mod resend_code;
mod verify_email;
