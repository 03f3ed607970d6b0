import type { DiscoveredPipeline } from '../PipelineSource';
import type { GitlabCi } from './readGitlabCi';

/** Tags of the runners that GitLab runs for its customers. */
const HOSTED = /^saas-/;

/** Where jobs run, as far as their tags report. */
export function gitlabRunner(
  ci: GitlabCi | undefined,
  place: { host: string; sharedRunners?: boolean },
): DiscoveredPipeline['runner'] {
  const labels = [...new Set(ci?.tagsOfJobs.flat())].sort();
  return {
    kind: classifyRunner(ci, place),
    ...(labels.length > 0 ? { labels } : {}),
  };
}

function classifyRunner(
  ci: GitlabCi | undefined,
  place: { host: string; sharedRunners?: boolean },
): DiscoveredPipeline['runner']['kind'] {
  if (place.host !== 'gitlab.com') {
    return 'self-hosted';
  }
  const kinds = new Set(
    (ci?.tagsOfJobs ?? []).map(tags => {
      if (tags.length > 0) {
        return tags.every(tag => HOSTED.test(tag)) ? 'hosted' : 'self-hosted';
      }
      // Runners of the group may take jobs without tags, too.
      return place.sharedRunners === false ? 'self-hosted' : 'unknown';
    }),
  );
  const [kind, ...others] = kinds;
  if (!ci?.complete || !kind || kinds.has('unknown')) {
    return 'unknown';
  }
  return others.length > 0 ? 'mixed' : kind;
}
