import { ApolloProvider } from '@apollo/client/react';
import { createTheme, MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { createClient } from './api/create-client.ts';
import { App } from './app.tsx';

const theme = createTheme({ primaryColor: 'indigo', cursorType: 'pointer', respectReducedMotion: true });
const root = document.querySelector('#root');

if (root) {
  createRoot(root).render(
    <StrictMode>
      <ApolloProvider client={createClient()}>
        <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
          <BrowserRouter>
            <App />
          </BrowserRouter>
        </MantineProvider>
      </ApolloProvider>
    </StrictMode>,
  );
}
