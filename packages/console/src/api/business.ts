import type { BusinessSettings, ChangeBusinessInput, SignUpInput, SignUpResult } from '@portico/contract/business.ts';
import type { PageCheck } from '@portico/contract/embed-check.ts';
import { source } from './cache.ts';
import { create, patch, post } from './http.ts';

export const business = source<BusinessSettings>('business');
export const changeBusiness = (input: ChangeBusinessInput): Promise<BusinessSettings> => patch('business', input);
export const signUp = (input: SignUpInput): Promise<SignUpResult> => create('sign-up', input);
/** Looks at the owner's page from outside. */
export const checkPage = (address: string): Promise<PageCheck> => post('page-checks', { address });
