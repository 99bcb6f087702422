/** The commonest passwords of ten characters and more, and the stems of those that end in digits (public breach counts). */
export const commonPasswords: ReadonlySet<string> = new Set(`
1234567890 0123456789 12345678910 123456789a 1q2w3e4r5t 1q2w3e4r5t6y qwertyuiop qwertyuiop123 qwerty12345 qwerty123456 1qaz2wsx3edc
q1w2e3r4t5 q1w2e3r4t5y6 asdfghjkl1 asdfghjkl123 zxcvbnm123 zaq12wsxcde3 1234qwerasdf password password1 password12 password123 password1234
passw0rd p@ssw0rd p@ssword passwort passwort123 motdepasse contrasena contraseña wachtwoord letmein letmeinnow iloveyou iloveyouu iloveyou2 iloveyou123
welcome welcome1 welcome123 welcome1234 welcometo administrator admin12345 adminadmin administrateur changeme changemenow changeme123 sunshine
sunshine1 princess princess1 football football1 baseball basketball superman superman1 spiderman batmanbatman michael jennifer jessica charlie
liverpool liverpool1 manchester chelseafc arsenalfc barcelona realmadrid juventus monkeymonkey dragondragon mustang trustno1 starwars whatever
whatever1 blink182 computer internet samsung samsung123 google123 microsoft facebook facebook1 instagram whatsapp pokemon pokemon123 nirvana1
metallica slipknot qwertyqwerty abcdefghij abcdefghijk abcdefgh123 abc1234567 abc123456789 a123456789 aa12345678 aa123456789 a1b2c3d4e5
9876543210 0987654321 1029384756 1357924680 2468013579 3141592653 1231231234 1122334455 11223344556 1212121212 1010101010 correcthorsebatterystaple
secretsecret supersecret topsecret123 mysecretpassword thisismypassword mypassword mypassword1 mypassword123 yourpassword newpassword newpassword1
defaultpassword temporary temporary1 testtest testtest1 test123456 testpassword test1234567 demopassword guestguest summer summer2024 summer2025
summer2026 winter winter2025 winter2026 spring2026 autumn2026 october monday123 january123 christmas
`.trim().split(/\s+/));
