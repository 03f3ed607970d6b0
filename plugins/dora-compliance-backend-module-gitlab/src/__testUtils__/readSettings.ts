import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Payload } from './payloads';
import { ofInstance, read } from './reading';

/** The times that payloads of settings report. */
export const CREATED_AT = '2026-03-02T08:00:00.000Z';
export const UPDATED_AT = '2026-03-02T09:00:00.000Z';

/**
 * The statements of a payload of settings, from a hook that reports its GitLab.
 */
export const readSettings = (payload: Payload) =>
  read(payload, ofInstance) as Statement<'settings-changed'>[];

export const readChanges = (payload: Payload) =>
  readSettings(payload)[0]?.predicate.changes;

export const readUris = (payload: Payload) =>
  readSettings(payload)[0]?.subjects.map(({ uri }) => uri);
