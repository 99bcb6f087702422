import type { BusinessSettings, ChangeBusinessInput, SignUpInput, SignUpResult } from '@portico/contract/business.ts';
import { source } from './cache.ts';
import { create, patch } from './http.ts';

export const business = source<BusinessSettings>('business');
export const changeBusiness = (input: ChangeBusinessInput): Promise<BusinessSettings> => patch('business', input);
export const signUp = (input: SignUpInput): Promise<SignUpResult> => create('sign-up', input);
