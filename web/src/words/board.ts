/** What any board says: the two of jobs and of applications. */
export const words = {
  drop: 'Drop it here',
  moveTo: 'Move to …',
  moveToOf: (title: string) => `Move to … ${title}`,
};
