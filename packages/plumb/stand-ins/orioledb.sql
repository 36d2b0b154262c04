CREATE ACCESS METHOD orioledb TYPE TABLE HANDLER heap_tableam_handler;
