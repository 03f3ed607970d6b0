import type { Predicate } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  AnswerReader,
  type CollectedDocument,
  type Reading,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { SOURCE_ID } from '../fields';
import type { GitlabScope } from '../GitlabScope';
import { ProjectSettings } from './ProjectSettings';

/** Reads statements from the answers of one part. */
export type PartReader = (
  answers: GitlabAnswers,
  scope: GitlabScope,
) => Reading;

type SettingType =
  | 'branch-protection-observed'
  | 'code-owners-observed'
  | 'credentials-observed'
  | 'environment-protection-observed'
  | 'log-retention-observed'
  | 'pipeline-definition-observed'
  | 'pipeline-settings-observed'
  | 'repository-access-observed'
  | 'runners-observed'
  | 'secrets-observed';

/** The answers of a collected document, by what follows the project. */
export class GitlabAnswers extends AnswerReader {
  constructor(document: CollectedDocument) {
    super(document, { sourceId: SOURCE_ID, toPath: withinProject });
  }

  /** The project itself; undefined when it could not be read. */
  get project(): ProjectSettings | undefined {
    return this.one(/^$/, ProjectSettings);
  }

  /** The items of all pages of a list; undefined when no page was read. */
  items<T>(path: RegExp, item: z.ZodType<T>): T[] | undefined {
    const pages = this.all(path, z.array(item));
    return pages.length > 0 ? pages.flat() : undefined;
  }

  /** The answers to requests that contain a text. */
  within(text: string): GitlabAnswers {
    const answers = this.document.answers.filter(({ request }) =>
      request.includes(text),
    );
    return new GitlabAnswers({ ...this.document, answers });
  }

  /** A setting of the repository, and whether all of it was read. */
  setting<T extends SettingType>(
    type: T,
    content: Omit<Predicate<T>, 'complete' | 'problem'>,
    flaws: readonly string[] = [],
  ) {
    return this.observed(
      type,
      [{ kind: 'repository', uri: this.document.target }],
      { ...content, ...this.completeness(flaws) } as Predicate<T>,
    );
  }
}

/** `GET /projects/bank%2Fledger/runners?page=1` leaves `/runners`. */
function withinProject(request: string): string {
  return request.replace(/^GET \/projects\/[^/?]+/, '').replace(/\?[^]*$/, '');
}
