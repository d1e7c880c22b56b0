const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/** Whether a host's name, as settings, URLs and browsers write it, leads to the machine itself. */
export const isLoopbackHost = (host: string): boolean => loopbackHosts.has(host.toLowerCase());
