import { createApp } from 'vue';
import App from './vue-app.vue';

createApp(App).mount('#app');
