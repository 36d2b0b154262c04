CREATE ACCESS METHOD columnar TYPE TABLE HANDLER heap_tableam_handler;
