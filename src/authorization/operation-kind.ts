/** Whether a resolver's info belongs to a mutation. */
export const isMutation = (info: unknown): boolean =>
  typeof info === 'object' &&
  info !== null &&
  Reflect.get(Reflect.get(info, 'operation') ?? {}, 'operation') === 'mutation';
