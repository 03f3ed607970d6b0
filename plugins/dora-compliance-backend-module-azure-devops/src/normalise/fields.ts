import type {
  Identity,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  CommitId,
  Moment as AnyMoment,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { z } from 'zod';
import { parsePlace, type Organisation } from '../place';
import { repositoryUri } from '../repositoryPlace';

export { CommitId };

/** The first day of the calendar stands for a date that is not set. */
const NOT_SET = '0001-01-01';

/** A moment that must be reported. */
export const Moment = AnyMoment.refine(
  instant => !instant.startsWith(NOT_SET),
  'is not set',
);

/** A moment that may be missing. */
export const OptionalMoment = z
  .preprocess(
    value =>
      typeof value === 'string' && value.startsWith(NOT_SET)
        ? undefined
        : value,
    AnyMoment.nullish(),
  )
  .nullish();

/** Whom Azure DevOps names: a person, a group, a service. */
export const Person = z.looseObject({
  id: z.string().nullish(),
  displayName: z.string().nullish(),
  uniqueName: z.string().nullish(),
  descriptor: z.string().nullish(),
  imageUrl: z.string().nullish(),
  _links: z
    .looseObject({
      avatar: z.looseObject({ href: z.string().nullish() }).nullish(),
    })
    .nullish(),
  isContainer: z.boolean().nullish(),
});

export type Person = z.output<typeof Person>;

/** Author or committer, as Git has them. */
export const GitPerson = z.looseObject({
  name: z.string().nullish(),
  email: z.string().nullish(),
});

export type GitPerson = z.output<typeof GitPerson>;

export const Project = z.looseObject({
  id: z.string().min(1),
  name: z.string().min(1),
  /** Its address in the API, right below that of the organisation. */
  url: z.string().nullish(),
});

export type Project = z.output<typeof Project>;

export const Repository = z.looseObject({
  id: z.string().min(1),
  name: z.string().min(1),
  /** Its address in the API, which names the organisation. */
  url: z.string().min(1),
  project: Project,
  defaultBranch: z.string().nullish(),
});

export type Repository = z.output<typeof Repository>;

/** Throws when the address is none of an organisation. */
export function parseOrganisation(address: string): Organisation {
  const place = parsePlace(address);
  if (!place) {
    throw new TypeError(`${address} is in no organisation of Azure DevOps`);
  }
  return place.organisation;
}

/**
 * The organisation of a project, as its address in the API reports; that of
 * other things may name the project on its way.
 */
export function organisationOfProject({
  url,
}: Project): Organisation | undefined {
  return url && /\/_apis\/projects\//i.test(url)
    ? parsePlace(url)?.organisation
    : undefined;
}

/** Throws when the repository reports no organisation. */
export function organisationOfRepository({
  url,
  project,
}: Repository): Organisation {
  return organisationOfProject(project) ?? parseOrganisation(url);
}

export function repositoryAddress(repository: Repository): string {
  return repositoryUri({
    organisation: organisationOfRepository(repository),
    project: repository.project.name,
    name: repository.name,
  });
}

export function repositorySubject(repository: Repository): Subject {
  return { kind: 'repository', uri: repositoryAddress(repository) };
}

/** `Windows Live ID\anna@bank.example` and the like name the same account. */
const DOMAIN = /^[^\\@]+\\(?=[^\\]+@)/;

/** Services of Azure DevOps itself: two ids instead of an address. */
const SERVICE = /^[0-9a-f-]{36}@[0-9a-f-]{36}$/i;

/**
 * An account. Descriptors distinguish people (`aad`, `msa`) from services;
 * without one, only services are known, by their names.
 */
export function toIdentity(person: Person, system: string): Identity {
  const { id, displayName, uniqueName } = person;
  const descriptor = findDescriptor(person);
  const login = uniqueName?.replace(DOMAIN, '');
  const isService = SERVICE.test(login ?? '');
  const email = login?.includes('@') && !isService ? login : undefined;
  const isBot =
    isService ||
    /^(svc|s2s|aadsp)\./.test(descriptor) ||
    /^Build\\/.test(uniqueName ?? '');
  const isPerson = /^(aad|msa)\./.test(descriptor);
  return {
    system,
    ...(login && { login }),
    ...(id && { id }),
    ...(displayName && { name: displayName }),
    ...(email && { email }),
    kind: isBot ? 'bot' : (isPerson && 'human') || 'unknown',
  };
}

/**
 * Who decided: the one who did, or else the one who was asked. A group was
 * asked for somebody of it to decide, and decides nothing itself.
 */
export function decider(
  actual: Person | null | undefined,
  asked: Person | null | undefined,
): Person | undefined {
  return [actual, asked].find(
    (person): person is Person => !!person && !person.isContainer,
  );
}

/** Reviewers have theirs in the address of their picture only. */
function findDescriptor({ descriptor, imageUrl, _links }: Person): string {
  const picture = _links?.avatar?.href ?? imageUrl ?? '';
  return descriptor ?? /\/MemberAvatars\/([^/?#]+)/.exec(picture)?.[1] ?? '';
}

/**
 * Somebody as Git knows them. Azure DevOps does not report whose account it is:
 * it is linked where one of `accounts` has the same address.
 */
export function toGitIdentity(
  person: GitPerson,
  system: string,
  accounts: readonly Identity[],
): Identity {
  const { name, email } = person;
  const account = accounts.find(
    known => email && known.email?.toLowerCase() === email.toLowerCase(),
  );
  return (
    account ?? {
      system,
      ...(name && { name }),
      ...(email && { email }),
      kind: 'unknown',
    }
  );
}

/** A branch without what Git puts before its name. */
export function toBranchName(ref: string): string {
  return ref.replace(/^refs\/heads\//, '');
}

/**
 * The branch a reference is; undefined for a tag and for the merge commit of
 * a pull request (`refs/pull/5/merge`).
 */
export function branchIn(ref: string | null | undefined): string | undefined {
  const branch = toBranchName(ref ?? '');
  return branch && !branch.startsWith('refs/') ? branch : undefined;
}
