import type { Preview } from '@portico/contract/documents/preview.ts';
import type { AddCommentInput, AskForReviewInput, Discussion, ReviewPage, ReviewQuery } from '@portico/contract/documents/review.ts';
import { source, type Source } from './cache.ts';
import { create, post, withQuery } from './http.ts';

export const discussion = (id: string): Source<Discussion> => source(`documents/${id}/discussion`);
export const documentReviews = (query: Partial<ReviewQuery>): Source<ReviewPage> => source(withQuery('document-reviews', { ...query }));
export const askForReview = (id: string, input: AskForReviewInput): Promise<Discussion> => post(`documents/${id}/review`, input);
export const withdrawReview = (id: string): Promise<Discussion> => post(`documents/${id}/review/withdraw`);
export const addComment = (id: string, input: AddCommentInput): Promise<Discussion> => create(`documents/${id}/comments`, input);
export const removeComment = (id: string, commentId: string): Promise<Discussion> => post(`documents/${id}/comments/${commentId}/remove`);
export const settleThread = (id: string, threadId: string, isResolved: boolean): Promise<Discussion> => post(`documents/${id}/threads/${threadId}/${isResolved ? 'resolve' : 'reopen'}`);

/** Its pages are no part of what changes while one looks. */
export const preview = (id: string, version: number): Source<Preview> => source(withQuery(`documents/${id}/pages`, { version }));
export const pictureUrl = (id: string, number: number, version: number, width: 480 | 960 | 1600): string => `/v1/console/documents/${id}/pages/${number}?version=${version}&width=${width}`;
