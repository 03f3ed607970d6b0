import { readMergeRequest } from './change';
import type { Reader } from './DeliveryContext';
import { readDeployment } from './deployment';
import { readJob } from './job';
import { readPipeline } from './pipelineRun';
import { readPush } from './push';
import { readRelease } from './release';
import { readRepositoryUpdate } from './repositoryUpdate';
import { groupChanged } from './settings/group';
import { deployKey, userKey } from './settings/key';
import { groupMember, projectMember } from './settings/member';
import { projectChanged } from './settings/project';
import { readToken } from './settings/token';
import { userChanged } from './settings/user';
import { readTag } from './tag';
import { readVulnerability } from './vulnerability';

/** By `object_kind`, or by `event_name` where there is none. */
export const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['access_token', readToken],
  ['build', readJob],
  ['deploy_token', readToken],
  ['deployment', readDeployment],
  ['merge_request', readMergeRequest],
  ['pipeline', readPipeline],
  ['push', readPush],
  ['release', readRelease],
  ['repository_update', readRepositoryUpdate],
  ['tag_push', readTag],
  ['vulnerability', readVulnerability],
  ['deploykey_create', deployKey('created')],
  ['deploykey_destroy', deployKey('deleted')],
  ['group_create', groupChanged('created')],
  ['group_destroy', groupChanged('deleted')],
  ['group_rename', groupChanged('edited')],
  ['key_create', userKey('created')],
  ['key_destroy', userKey('deleted')],
  ['project_create', projectChanged('created')],
  ['project_destroy', projectChanged('deleted')],
  ['project_rename', projectChanged('edited')],
  ['project_transfer', projectChanged('edited')],
  ['project_update', projectChanged('edited')],
  ['subgroup_create', groupChanged('created')],
  ['subgroup_destroy', groupChanged('deleted')],
  ['user_add_to_group', groupMember('added')],
  ['user_add_to_team', projectMember('added')],
  ['user_create', userChanged('created')],
  ['user_destroy', userChanged('deleted')],
  ['user_remove_from_group', groupMember('removed')],
  ['user_remove_from_team', projectMember('removed')],
  ['user_rename', userChanged('edited')],
  ['user_update_for_group', groupMember('edited')],
  ['user_update_for_team', projectMember('edited')],
]);
