import type { Subject } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import {
  Commit,
  type Repository,
  repositorySubject,
  User,
  WebAddress,
} from './fields';
import { Head } from './sourceRepository';

/** What a review event reports about its change. */
export const ReviewedPullRequest = z.looseObject({
  number: z.number(),
  title: z.string(),
  html_url: WebAddress,
});

/** What events on the change itself report. */
export const PullRequest = ReviewedPullRequest.extend({
  user: User.nullish(),
  head: z.looseObject({ sha: Commit, repo: Head }),
  base: z.looseObject({ ref: z.string() }),
});

export function describeChange(pull: z.output<typeof ReviewedPullRequest>) {
  return {
    number: String(pull.number),
    title: pull.title,
    url: pull.html_url,
  };
}

export function changeSubjects(event: {
  repository: Repository;
  pull_request: { html_url: string };
}): Subject[] {
  return [
    repositorySubject(event.repository),
    { kind: 'change', uri: event.pull_request.html_url },
  ];
}
