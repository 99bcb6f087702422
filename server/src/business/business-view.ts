import type { BusinessPage, BusinessSettings } from '@portico/contract/business.ts';
import type { Config } from '../config.ts';
import type { BusinessRow } from './business-store.ts';

export const toBusinessPage = (config: Config, business: BusinessRow): BusinessPage => ({
  key: business.key, name: business.name, logoUrl: business.logoUrl, accent: business.accent, lang: business.lang, timeZone: business.timeZone,
  currency: business.currency, words: business.words, signInOn: business.signInOn, phoneRequired: business.phoneRequired,
  hostedUrl: `${config.publicUrl}/p/${business.key}`,
});

export const toBusinessSettings = (config: Config, business: BusinessRow, allowedOrigins: string[]): BusinessSettings => ({
  ...toBusinessPage(config, business),
  email: business.email, phone: business.phone, address: business.address, portalUrl: business.portalUrl, allowedOrigins,
  totpRequired: business.totpRequired, scriptUrl: `${config.publicUrl}/v1/portal.js`,
});
