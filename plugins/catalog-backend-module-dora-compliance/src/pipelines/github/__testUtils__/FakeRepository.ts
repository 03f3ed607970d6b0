/** A repository as the fake keeps it. */
export type FakeRepository = {
  id: number;
  name: string;
  archived?: boolean;
  /** Definitions of workflows by their path; undefined on other branches. */
  workflows: Record<string, string | undefined>;
};
