//! Passwords that everybody tries first, of those that are long enough to be taken at all (10 bytes).

/// Lower case.
pub(crate) const COMMON: &[&str] = &[
    "1234567890", "0123456789", "9876543210", "0987654321", "1111111111", "0000000000", "123456789a", "1234567891",
    "12345678910", "123456789012", "1q2w3e4r5t", "1q2w3e4r5t6y", "q1w2e3r4t5", "q1w2e3r4t5y6", "qwertyuiop",
    "qwerty1234", "qwerty12345", "qwerty123456", "asdfghjkl1", "asdfghjkl123", "zxcvbnm123", "1qaz2wsx3edc",
    "zaq12wsxcde3", "password10", "password11", "password12", "password123", "password1234", "password12345",
    "passw0rd123", "p@ssw0rd123", "p@ssword123", "password01", "mypassword", "mypassword1", "yourpassword",
    "changeme123", "letmein123", "letmein1234", "welcome123", "welcome1234", "administrator", "admin12345",
    "admin123456", "rootroot123", "iloveyou12", "iloveyou123", "iloveyou1234", "iloveyouso", "sunshine12",
    "sunshine123", "princess12", "princess123", "football12", "football123", "baseball12", "baseball123",
    "basketball", "basketball1", "superman12", "superman123", "batman1234", "dragon1234", "monkey1234",
    "michael123", "jennifer12", "jordan2323", "liverpool1", "chelsea123", "arsenal123", "manchester", "barcelona1",
    "realmadrid", "trustno1trustno1", "abcdefghij", "abcdefghijk", "abcd123456", "abcde12345", "abc1234567",
    "abc123abc123", "a123456789", "a1b2c3d4e5", "aa12345678", "qazwsxedc1", "qazwsxedcrfv", "computer12",
    "computer123", "internet12", "internet123", "samsung123", "starwars12", "starwars123", "pokemon123",
    "minecraft1", "minecraft123", "whatever12", "whatever123", "freedom123", "secret1234", "secretpassword",
    "summer2023", "summer2024", "summer2025", "summer2026", "winter2023", "winter2024", "winter2025", "winter2026",
    "spring2024", "spring2025", "spring2026", "autumn2024", "autumn2025", "autumn2026", "proconnect", "proconnect1",
    "proconnect123", "freelancer", "freelancer1", "freelancer123",
];
