import type { KeptDocument } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import * as payloads from './payloads';
import { ofInstance, RECEIVED_AT } from './reading';
import * as settings from './settingsPayloads';

const { sha } = payloads;
const gone = { after: sha('0'), checkout_sha: null };

/** One payload of each kind that is evidence, by the kind of hook it comes in. */
const byHook: Record<string, payloads.Payload[]> = {
  'Deployment Hook': [
    payloads.deployment(),
    payloads.deployment({ status: 'running' }),
    payloads.deployment({ status: 'failed' }),
    payloads.deployment({ status: 'approved', approver: payloads.bob }),
  ],
  'Job Hook': [payloads.job()],
  'Member Hook': [settings.groupMember('user_add_to_group')],
  'Merge Request Hook': [
    payloads.mergeRequest(),
    payloads.mergeRequest({ action: 'approved' }),
    payloads.mergeRequest({ action: 'close' }),
    payloads.mergeRequest({ action: 'merge' }),
  ],
  'Pipeline Hook': [payloads.pipeline()],
  'Push Hook': [payloads.push(), payloads.push(gone)],
  'Release Hook': [payloads.release(), payloads.release({ action: 'delete' })],
  'Resource Access Token Hook': [settings.tokenEvent()],
  'Subgroup Hook': [settings.groupEvent('subgroup_create')],
  'System Hook': [
    settings.groupEvent('group_destroy'),
    settings.keyEvent('key_create'),
    settings.projectEvent('project_update'),
    settings.projectMember('user_remove_from_team'),
    settings.userEvent('user_create'),
  ],
  'Tag Push Hook': [payloads.tagPush()],
  'Vulnerability Hook': [payloads.vulnerability()],
};

/** Those payloads as they are kept. */
export const deliveries: readonly KeptDocument[] = Object.entries(
  byHook,
).flatMap(([hook, all]) =>
  all.map(payload => ({
    headers: { 'x-gitlab-event': hook, ...ofInstance },
    body: new TextEncoder().encode(JSON.stringify(payload)),
    receivedAt: RECEIVED_AT,
  })),
);
