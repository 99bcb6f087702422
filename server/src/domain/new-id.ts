const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * 26 characters, lower-case Crockford base 32: 48 bits of time and 80 of chance (the layout of ULID), so ids sort by
 * time and cannot be guessed. Never a secret.
 */
export function newIdAt(now: number, random: Uint8Array): string {
  let time = '';
  for (let left = now, count = 0; count < 10; count += 1) {
    time = alphabet[left % 32] + time;
    left = Math.floor(left / 32);
  }
  let chance = '';
  let bits = 0;
  let held = 0;
  for (const byte of random.subarray(0, 10)) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      chance += alphabet[(held >>> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return time + chance;
}
