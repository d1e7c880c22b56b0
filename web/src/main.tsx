import { ApolloProvider } from '@apollo/client/react';
import { createTheme, MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { createClient } from './api/create-client.ts';
import { App } from './app.tsx';
import { askAhead } from './ask-ahead.ts';

const theme = createTheme({ primaryColor: 'indigo', cursorType: 'pointer', respectReducedMotion: true });
const root = document.querySelector('#root');

if (root) {
  const client = createClient();
  await askAhead(client, window.location);
  createRoot(root).render(
    <StrictMode>
      <ApolloProvider client={client}>
        <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
          <BrowserRouter>
            <App />
          </BrowserRouter>
        </MantineProvider>
      </ApolloProvider>
    </StrictMode>,
  );
}
