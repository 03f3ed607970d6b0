import { parseInstant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  COLLECTED_HEADER,
  type KeptDocument,
  type Normalised,
  normaliseJson,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { normaliseCollected } from '../collected/normaliseCollected';
import { readMergeRequest } from './change';
import type { DeliveryContext, Reader } from './DeliveryContext';
import { readDeployment } from './deployment';
import { WebAddress } from './fields';
import type { GitlabScope } from './GitlabScope';
import { readJob } from './job';
import { readPipeline } from './pipelineRun';
import { readPush } from './push';
import { readRelease } from './release';
import { groupMember, projectChanged, projectMember } from './settings';
import { readVulnerability } from './vulnerability';

/** By `object_kind`, or by `event_name` where there is none. */
const readers = new Map<string, Reader>([
  ['build', readJob],
  ['deployment', readDeployment],
  ['merge_request', readMergeRequest],
  ['pipeline', readPipeline],
  ['push', readPush],
  ['release', readRelease],
  ['vulnerability', readVulnerability],
  ['project_create', projectChanged('created')],
  ['project_destroy', projectChanged('deleted')],
  ['project_rename', projectChanged('edited', 'path')],
  ['project_transfer', projectChanged('edited', 'namespace')],
  ['project_update', projectChanged('edited')],
  ['user_add_to_group', groupMember('added')],
  ['user_remove_from_group', groupMember('removed')],
  ['user_update_for_group', groupMember('edited')],
  ['user_add_to_team', projectMember('added')],
  ['user_remove_from_team', projectMember('removed')],
  ['user_update_for_team', projectMember('edited')],
]);

const Event = z.looseObject({
  object_kind: z.string().min(1).optional(),
  event_name: z.string().min(1).optional(),
});

/**
 * Reads a GitLab webhook, a system hook, or what we collected. Events we have
 * no use for give no statements; those that lack what we need are rejected
 * with the field and the reason.
 */
export function normaliseGitlab(
  document: KeptDocument,
  scope: GitlabScope,
): Normalised {
  if (document.headers[COLLECTED_HEADER]) {
    return normaliseCollected(document.body, scope);
  }
  const event = document.headers['x-gitlab-event'] ?? 'event';
  const context = contextOf(document, scope);
  return normaliseJson(event, document.body, payload => {
    const { object_kind: kind, event_name: name } = Event.parse(payload);
    const key = kind ?? name;
    if (!key) {
      throw new TypeError('neither object_kind nor event_name is there');
    }
    return readers.get(key)?.(payload, context) ?? [];
  });
}

function contextOf(
  { headers, receivedAt }: KeptDocument,
  scope: GitlabScope,
): DeliveryContext {
  const instance = WebAddress.safeParse(headers['x-gitlab-instance']);
  const seconds = /^\d{1,12}$/.exec(headers['webhook-timestamp'] ?? '')?.[0];
  const sentAt = seconds ? parseInstant(Number(seconds)) : receivedAt;
  return {
    ...scope,
    ...(instance.success && { instance: instance.data.replace(/\/+$/, '') }),
    ...(sentAt && { sentAt }),
  };
}
