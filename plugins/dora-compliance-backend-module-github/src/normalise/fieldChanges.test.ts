import { listFieldChanges } from './fieldChanges';
import { rulesetChanges } from './rulesetChanges';

describe('changed fields', () => {
  it.each([
    [null, {}, []],
    [
      { name: { from: 'a' } },
      { name: 'b' },
      [{ field: 'name', before: 'a', after: 'b' }],
    ],
    [{ name: { from: 'a' } }, {}, [{ field: 'name', before: 'a' }]],
    [
      { name: { from: null } },
      { name: 'b' },
      [{ field: 'name', before: null, after: 'b' }],
    ],
    [{ name: { to: 'b' } }, {}, [{ field: 'name', after: 'b' }]],
    [
      { name: { from: 'a', to: 'b' } },
      { name: 'c' },
      [{ field: 'name', before: 'a', after: 'b' }],
    ],
    [{ size: { from: 1e999 } }, {}, [{ field: 'size', before: 'Infinity' }]],
    [{ '': { from: 'a' } }, {}, [{ field: '""', before: 'a' }]],
    [{ name: {} }, { name: 'b' }, []],
    [{ name: 'odd' }, { name: 'b' }, [{ field: 'name' }]],
    [
      { b: { from: 1 }, a: { from: true } },
      { b: 2, a: false },
      [
        { field: 'a', before: true, after: false },
        { field: 'b', before: 1, after: 2 },
      ],
    ],
    [
      { of: { rights: { from: { pull: true, push: false } } } },
      { of: { rights: { pull: true, push: true, admin: false } } },
      [{ field: 'of.rights.push', before: false, after: true }],
    ],
    [
      { list: { from: ['a', { b: 1 }] } },
      { list: [] },
      [{ field: 'list', before: ['a', '{"b":1}'], after: [] }],
    ],
  ])('%j of %j are %j', (changes, present, expected) => {
    expect(listFieldChanges(changes, present)).toEqual(expected);
  });
});

describe('a ruleset', () => {
  const rules = [
    {
      type: 'pull_request',
      parameters: { required_approving_review_count: 0 },
    },
    { type: 'deletion' },
  ];

  it('tells which rules it had and has', () => {
    const added = [{ type: 'deletion' }];
    const deleted = [{ type: 'required_signatures' }];
    expect(
      rulesetChanges({ rules: { added, deleted, updated: [] } }, { rules }),
    ).toEqual([
      {
        field: 'rules',
        before: ['pull_request', 'required_signatures'],
        after: ['deletion', 'pull_request'],
      },
    ]);
  });

  it('reports each rule by itself if it does not list them', () => {
    const deleted = [
      {
        type: 'pull_request',
        parameters: {
          required_approving_review_count: 2,
          allowed_merge_methods: ['squash'],
        },
      },
      { type: 'creation' },
    ];
    const added = [{ type: 'update', parameters: null }, { type: 'creation' }];
    expect(rulesetChanges({ rules: { added, deleted } }, {})).toEqual([
      { field: 'rules.pull_request', before: true, after: false },
      {
        field: 'rules.pull_request.allowed_merge_methods',
        before: ['squash'],
      },
      {
        field: 'rules.pull_request.required_approving_review_count',
        before: 2,
      },
      { field: 'rules.update', before: false, after: true },
    ]);
  });

  it('tells what a rule required that was replaced', () => {
    const rule = (count: number) => ({
      type: 'pull_request',
      parameters: {
        required_approving_review_count: count,
        require_code_owner_review: true,
      },
    });
    const change = { added: [rule(0)], deleted: [rule(2)] };
    const field = 'rules.pull_request.required_approving_review_count';
    expect(rulesetChanges({ rules: change }, { rules })).toEqual([
      {
        field: 'rules',
        before: ['deletion', 'pull_request'],
        after: ['deletion', 'pull_request'],
      },
      { field, before: 2, after: 0 },
    ]);
    expect(rulesetChanges({ rules: change }, {})).toEqual([
      { field, before: 2, after: 0 },
    ]);
  });

  it('tells what changed in a rule', () => {
    const from = '{"required_approving_review_count":2}';
    const updated = [{ rule: rules[0], changes: { configuration: { from } } }];
    expect(rulesetChanges({ rules: { updated } }, { rules })).toEqual([
      {
        field: 'rules.pull_request.configuration',
        before: from,
        after: '{"required_approving_review_count":0}',
      },
    ]);
  });

  it('tells where it applies', () => {
    const condition = {
      ref_name: { include: ['~ALL'], exclude: ['refs/heads/x'] },
    };
    const changes = { exclude: { from: [] } };
    expect(
      rulesetChanges(
        { conditions: { added: [], updated: [{ condition, changes }] } },
        { rules },
      ),
    ).toEqual([
      { field: 'conditions.exclude', before: [], after: ['refs/heads/x'] },
    ]);
    expect(rulesetChanges({ conditions: { added: [condition] } }, {})).toEqual([
      {
        field: 'conditions',
        before: [],
        after: [JSON.stringify(condition)],
      },
    ]);
  });
});
