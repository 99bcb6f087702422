import { defineConfig } from 'drizzle-kit';

export default defineConfig({ dialect: 'sqlite', schema: './src/storage/all-tables.ts', out: './migrations/sqlite' });
