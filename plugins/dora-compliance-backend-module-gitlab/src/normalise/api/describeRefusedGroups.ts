import type { GitlabAnswers } from './GitlabAnswers';

/** What a group does not tell to a token without rights over it. */
export function describeRefusedGroups(
  answers: GitlabAnswers,
  list: string,
): string[] {
  return answers.document.answers.flatMap(({ request, status }) => {
    const [, group = ''] =
      new RegExp(`^GET /groups/([^/?]+)/(?:${list})\\?`).exec(request) ?? [];
    const isRefused = status !== 200 && status !== 304;
    return group && isRefused
      ? [
          `GitLab answered ${status} to ${request}: it takes a token with the role Owner in the group ${decodeURIComponent(
            group,
          )}`,
        ]
      : [];
  });
}
