import { selectTree } from './selectTree';

describe('the tree parameter of the fake Jenkins', () => {
  const answer = {
    _class: 'Hudson',
    jobs: [
      { _class: 'Job', name: 'a', url: 'x', lastBuild: { number: 1 } },
      { _class: 'Job', name: 'b', url: 'y', lastBuild: null },
    ],
    mode: 'NORMAL',
  };

  it('leaves what is named, and the class', () => {
    expect(selectTree(answer, 'jobs[name,lastBuild[url]]{0,5},mode')).toEqual({
      _class: 'Hudson',
      jobs: [
        { _class: 'Job', name: 'a', lastBuild: {} },
        { _class: 'Job', name: 'b', lastBuild: null },
      ],
      mode: 'NORMAL',
    });
  });

  it('leaves a stretch of a list', () => {
    expect(selectTree(answer, 'jobs[name]{1,2}')).toEqual({
      _class: 'Hudson',
      jobs: [{ _class: 'Job', name: 'b' }],
    });
  });

  it.each(['', 'jobs[name', 'jobs]'])('refuses "%s"', tree => {
    expect(() => selectTree(answer, tree)).toThrow();
  });
});
