import { createServer, type RequestListener } from 'node:http';
import type { Metrics } from '#platform/metrics.ts';
import { listenOn } from './listen-on.ts';

export interface MetricsServer {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/**
 * Serves the metrics at `GET /metrics`, and nothing else: on a port of their own, so that the API's can be open to people
 * who are not to know them.
 * @throws the server's error, such as EADDRINUSE
 */
export async function serveMetrics(
  metrics: Metrics,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<MetricsServer> {
  const server = createServer(answerScrapes(metrics));
  return {
    port: await listenOn(server, host, port),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // A scrape that is cut off comes again by itself.
        server.closeAllConnections();
      }),
  };
}

const answerScrapes =
  (metrics: Metrics): RequestListener =>
  async (req, res) => {
    if (req.method !== 'GET' || req.url !== '/metrics') return res.writeHead(404, { 'content-length': 0 }).end();
    try {
      const { contentType, text } = await metrics.expose();
      return res.writeHead(200, { 'content-type': contentType, 'content-length': Buffer.byteLength(text) }).end(text);
    } catch (error) {
      return res.destroy(error as Error);
    }
  };
