import type {
  Predicate,
  Statement,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  AnswerReader,
  type CollectedDocument,
  type ItemReading,
  readItems,
  type Reading,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { parseRepositoryPlace, repositoryUri } from '../../repositoryPlace';
import type { AzureDevOpsScope } from '../AzureDevOpsScope';

/** Reads statements from the answers of one part. */
export type PartReader = (
  answers: AzureDevOpsAnswers,
  scope: AzureDevOpsScope,
) => Reading;

type SettingType =
  | 'branch-protection-observed'
  | 'code-owners-observed'
  | 'credentials-observed'
  | 'environment-protection-observed'
  | 'log-retention-observed'
  | 'pipeline-settings-observed'
  | 'runners-observed'
  | 'secrets-observed';

const List = z.looseObject({ value: z.array(z.unknown()) });

/** The answers of a collected document on a repository. */
export class AzureDevOpsAnswers extends AnswerReader {
  constructor(document: CollectedDocument) {
    super(document, { sourceId: 'azure-devops' });
  }

  /** All items of the lists at a path; one that can't be read is a flaw. */
  items<T>(path: RegExp, shape: z.ZodType<T>): ItemReading<T> {
    const bodies = this.matching(path).map(({ body }) => body);
    return itemsIn(bodies, shape);
  }

  /** The repository, as the address of the target names it. */
  get place() {
    const { target } = this.document;
    const place = parseRepositoryPlace(target);
    if (!place) {
      throw new TypeError(`${target} is no repository of Azure DevOps`);
    }
    return place;
  }

  /**
   * The repository as the catalog names it, and as events do where the catalog
   * uses an older address.
   */
  get subjects(): Subject[] {
    const { target } = this.document;
    const uri = repositoryUri(this.place);
    const named: Subject = { kind: 'repository', uri: target };
    return uri.toLowerCase() === target.toLowerCase()
      ? [named]
      : [named, { kind: 'repository', uri }];
  }

  /** A statement about the target beside all else it is about. */
  onTarget(statement: Statement): Statement {
    const others = statement.subjects.filter(
      ({ kind }) => kind !== 'repository',
    );
    return {
      ...statement,
      subjects: [...this.subjects, ...others],
    } as Statement;
  }

  /** A setting of the target, and whether all of it was read. */
  setting<T extends SettingType>(
    type: T,
    content: Omit<Predicate<T>, 'complete' | 'problem'>,
    flaws: readonly string[] = [],
    others: readonly Subject[] = [],
  ): Statement {
    return this.observed(type, [...this.subjects, ...others], {
      ...this.completeness(flaws),
      ...content,
    } as Predicate<T>);
  }
}

/** All items of lists. */
export function itemsIn<T>(
  bodies: readonly unknown[],
  shape: z.ZodType<T>,
): ItemReading<T> {
  const lists = bodies.map(body => List.safeParse(body).data?.value);
  const { items, flaws } = readItems(
    lists.flatMap(list => list ?? []),
    (_, index) => `value.${index}`,
    item => [shape.parse(item)],
  );
  const broken = lists.filter(list => !list).map(() => 'an answer is no list');
  return { items, flaws: [...broken, ...flaws] };
}
