import {
  commitSubject,
  type Predicate,
  type Statement,
  type Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type EventProject,
  projectSubject,
  SOURCE_ID,
  wellFormed,
} from './fields';

const PAGES = { branch: 'tree', tag: 'tags' } as const;

/** A tag or branch has a page by its name. */
function referenceSubject(
  { web_url: url }: EventProject,
  kind: keyof typeof PAGES,
  name: string,
): Subject {
  const path = wellFormed(name).split('/').map(encodeURIComponent).join('/');
  return { kind, uri: `${url}/-/${PAGES[kind]}/${path}` };
}

/** A tag was created, moved or deleted, or a branch was deleted. */
export function referenceChanged(
  project: EventProject,
  change: Predicate<'reference-changed'>,
): Statement {
  const { reference, before, after, changedAt } = change;
  const commits = [before, after].flatMap(commit => commit ?? []);
  return {
    type: 'reference-changed',
    subjects: [
      projectSubject(project),
      referenceSubject(project, reference.kind, reference.name),
      ...[...new Set(commits)].map(commit => commitSubject(commit)),
    ],
    predicate: change,
    observedAt: changedAt,
    sourceId: SOURCE_ID,
  };
}
