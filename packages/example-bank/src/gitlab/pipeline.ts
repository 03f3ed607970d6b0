import { makeId } from '../github/names';
import type { Story } from '../Story';
import {
  buildGitlabCommit,
  buildGitlabUser,
  buildProject,
  toGitlabTime,
} from './names';

/** Payload of `Pipeline Hook`: the pipeline of the main branch succeeded. */
export function gitlabPipelineEvent(story: Story) {
  const { release, before, after, clock } = story;
  const { service, author, title } = release;
  const project = buildProject(service);
  const id = makeId(`pipeline ${service} ${after}`);
  return {
    object_kind: 'pipeline',
    object_attributes: {
      id,
      iid: 1,
      name: null,
      ref: 'main',
      tag: false,
      sha: after,
      before_sha: before,
      source: 'push',
      status: 'success',
      detailed_status: 'passed',
      stages: ['build', 'test', 'deploy'],
      created_at: toGitlabTime(clock(-55)),
      finished_at: toGitlabTime(clock(-45)),
      duration: 600,
      queued_duration: 2,
      variables: [],
      url: `${project.web_url}/-/pipelines/${id}`,
    },
    merge_request: null,
    user: buildGitlabUser(author),
    project,
    commit: buildGitlabCommit(service, {
      id: after,
      message: title,
      author,
      at: clock(-60),
    }),
    builds: [],
  };
}
