import type { AddPlanInput, ChangePlanInput, Plan, PlanRequestList, StartSubscriptionInput, Subscription } from '@portico/contract/invoices/plans.ts';
import { source, type Source } from './cache.ts';
import { create, patch, post } from './http.ts';

interface List<Item> { readonly items: readonly Item[] }

export const plans = source<List<Plan>>('plans');
export const addPlan = (input: AddPlanInput): Promise<Plan> => create('plans', input);
export const changePlan = (id: string, input: ChangePlanInput): Promise<Plan> => patch(`plans/${id}`, input);

export const clientSubscriptions = (clientId: string): Source<List<Subscription>> => source(`clients/${clientId}/subscriptions`);
export const startSubscription = (clientId: string, input: StartSubscriptionInput): Promise<Subscription> => create(`clients/${clientId}/subscriptions`, input);
export const moveSubscription = (id: string, verb: 'pause' | 'resume' | 'end'): Promise<Subscription> => post(`subscriptions/${id}/${verb}`, {});

export const planRequests = source<PlanRequestList>('plan-requests');
export const answerPlanRequest = (id: string, accept: boolean, note: string): Promise<Subscription> => post(`plan-requests/${id}/answer`, { accept, note });
