import type {
  Evidence,
  PushedCommit,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { shorten } from '../../lineage/keys';
import { at, deployed, sha } from '../../testing/story';
import {
  marco,
  erik,
  judge,
  write,
  push,
  merge,
  list,
  byHost,
  opened,
  approved,
  story,
} from '../../testing/approvedChange';

describe('a merge commit that the host is not known to have made', () => {
  it('is named with who made it', () => {
    const all = story(list(), deployed(40, 'm'));
    expect(judge(all)['approved-by-another-person']).toMatchObject({
      passed: null,
      code: 'merge-content-unproven',
      params: {
        change: '1',
        commit: shorten(sha('m')),
        person: 'erik',
      },
    });
    expect(
      judge(story(list([write('h')], byHost), deployed(40, 'm')))[
        'approved-by-another-person'
      ]?.passed,
    ).toBe(true);
  });

  it('is one of the host if one of several readings says so', () => {
    const other = list([write('h')], { complete: false });
    const all = story(
      other,
      { ...list([write('h')], byHost), observedAt: at(32) } as Evidence,
      deployed(40, 'm'),
    );
    expect(judge(all)['approved-by-another-person']?.passed).toBe(true);
  });

  it('was not made by an assistant that its message names', () => {
    const assistant = {
      system: 'git',
      kind: 'unknown',
      email: 'noreply@anthropic.com',
    } as const;
    const made = push([
      write('h'),
      write('m', erik, { coAuthors: [assistant] }),
    ]);
    const all = [opened, approved, merge(), made, list(), deployed(40, 'm')];
    expect(judge(all)['authors-identified']?.passed).toBe(true);
  });

  it('is no approval of who committed it or helped with it', () => {
    const tell = (more: Partial<PushedCommit>) => {
      const made = push([write('h'), write('m', erik, more)]);
      const { code, params } = judge([
        opened,
        approved,
        merge(),
        made,
        list(),
        deployed(40, 'm'),
      ])['approved-by-another-person']!;
      return [code, (params as { act?: string }).act];
    };
    expect(tell({ committer: marco })).toEqual(['self-approval', 'merged']);
    expect(tell({ coAuthors: [marco] })).toEqual(['self-approval', 'merged']);
    expect(tell({ committer: erik })).toEqual([
      'merge-content-unproven',
      undefined,
    ]);
  });
});
