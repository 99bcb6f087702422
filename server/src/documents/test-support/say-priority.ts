import { getPriority } from 'node:os';

process.stdout.write(String(getPriority()));
