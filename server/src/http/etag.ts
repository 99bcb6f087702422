import { hash } from 'node:crypto';

/** Weak, since compression may change the bytes (RFC 9110 8.8.1). */
export const etagOf = (body: string): string => `W/"${hash('sha1', body, 'base64url')}"`;
