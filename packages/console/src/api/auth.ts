import type {
  AcceptInvitationInput, Challenge, ConfirmResetInput, ConsoleMe, ConsoleSignInInput, ConsoleSignInResult, EmailChange,
  FreshProofInput, InvitationPreview, RecoveryCodes, Session, StaffMember, StaffRole, TotpStart, VerifyTotpInput,
} from '@portico/contract/auth.ts';
import type { ConsoleDoor } from '@portico/contract/business.ts';
import { source } from './cache.ts';
import { create, get, patch, post } from './http.ts';

export const findDoor = (): Promise<ConsoleDoor> => get('door');
export const findMe = (): Promise<ConsoleMe> => get('me');

export const signIn = (input: ConsoleSignInInput): Promise<ConsoleSignInResult> => post('sign-in', input);
export const mailCode = (email: string): Promise<Challenge> => post('mail-code', { email });
export const verifyCode = (challengeId: string, code: string): Promise<ConsoleSignInResult> => post('verify-code', { challengeId, code });
export const verifyTotp = (input: VerifyTotpInput): Promise<ConsoleSignInResult> => post('verify-totp', input);
export const verifyLink = (token: string): Promise<ConsoleSignInResult> => post('verify-link', { token });
export const findInvitation = (token: string): Promise<InvitationPreview> => post('invitation', { token });
export const acceptInvitation = (input: AcceptInvitationInput): Promise<ConsoleSignInResult> => post('accept-invitation', input);
export const askReset = (email: string): Promise<unknown> => post('reset', { email });
export const confirmReset = (input: ConfirmResetInput): Promise<unknown> => post('confirm-reset', input);
export const confirmEmail = (token: string): Promise<EmailChange> => post('confirm-email', { token });
export const signOut = (): Promise<unknown> => post('sign-out');
export const signOutEverywhere = (): Promise<unknown> => post('sign-out-everywhere');

export const sessions = source<{ readonly items: readonly Session[] }>('sessions');
export const revokeSession = (id: string): Promise<unknown> => post(`sessions/${id}/revoke`);
export const giveProof = (input: FreshProofInput): Promise<unknown> => post('fresh-proof', input);
export const mailProofCode = (): Promise<unknown> => post('fresh-proof/mail-code');
export const changePassword = (password: string): Promise<unknown> => post('password', { password });
export const changeEmail = (email: string): Promise<EmailChange> => post('email', { email });
export const startTotp = (): Promise<TotpStart> => post('totp/start');
export const confirmTotp = (code: string): Promise<RecoveryCodes> => post('totp/confirm', { code });
export const removeTotp = (): Promise<unknown> => post('totp/remove');

export const staff = source<{ readonly items: readonly StaffMember[] }>('staff');
export const inviteStaff = (input: { name: string; email: string; role: StaffRole }): Promise<StaffMember> => create('staff', input);
export const changeStaff = (id: string, role: StaffRole): Promise<StaffMember> => patch(`staff/${id}`, { role });
export const removeStaff = (id: string): Promise<StaffMember> => post(`staff/${id}/remove`);
