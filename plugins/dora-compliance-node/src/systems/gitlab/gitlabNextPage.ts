/**
 * The number of the page after one, by the header `x-next-page`. A problem
 * when it names none that comes later.
 *
 * @public
 */
export function gitlabNextPage(
  page: number,
  headers: Headers,
  path: string,
): { next?: number; problem?: string } {
  const told = headers.get('x-next-page')?.trim() ?? '';
  if (told === '') {
    return {};
  }
  if (/^\d{1,9}$/.test(told) && Number(told) > page) {
    return { next: Number(told) };
  }
  const shown = told.slice(0, 50);
  return {
    problem: `GitLab names "${shown}" as the page after ${page} of GET ${path}`,
  };
}
